// The loop that Node tutorials on Server-Sent Events teach: an array of clients, and in the POST handler one `write` to
// each. Changed for the benchmark: an array for each room, and the settings below that keep connecting from being the limit.
//
//     NODE_ENV=production node server.js PORT
'use strict';

const express = require('express');

const app = express();
app.disable('x-powered-by');

const rooms = new Map(); // name -> the answers that are open in it
let newest = 0;

function clientsOf(room) {
  let clients = rooms.get(room);
  if (!clients) {
    clients = [];
    rooms.set(room, clients);
  }
  return clients;
}

app.get('/events', (request, response) => {
  const room = String(request.query.room ?? 'lobby');
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache',
    'Connection': 'keep-alive',
  });
  response.flushHeaders();
  clientsOf(room).push(response);
  request.on('close', () => {
    rooms.set(room, clientsOf(room).filter((client) => client !== response));
  });
});

// Only this route has the JSON parser, so that a subscriber does not pay for it.
app.post('/messages', express.json(), (request, response) => {
  const id = ++newest;
  const data = JSON.stringify(request.body);
  for (const client of clientsOf(String(request.query.room ?? 'lobby'))) {
    client.write(`id: ${id}\ndata: ${data}\n\n`);
  }
  response.status(201).json({ id });
});

const port = Number(process.argv[2]);
if (!Number.isInteger(port)) {
  console.error('usage: node server.js PORT');
  process.exit(64);
}

const server = app.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => {
  console.log(`listening on ${port}`);
});
// Node closes a kept connection after 5 s without a request; a publisher at a slow fixed rate would run into that.
server.keepAliveTimeout = 600_000;
process.on('SIGTERM', () => process.exit(0));
