package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** nchan, a C module in nginx, with two workers. It keeps messages in memory only. */
record Nchan() implements Peer {

    private static final Path CONFIGURATION = Project.BENCH.resolve("peers/nchan.conf.in");

    @Override
    public String name() {
        return "nchan";
    }

    @Override
    public Optional<String> missing() {
        return nginx().isPresent() && module().isPresent()
                ? Optional.empty()
                : Optional.of("no nginx with the nchan module found; apt-get install nginx-light libnginx-mod-nchan");
    }

    private static Optional<String> nginx() {
        return Command.onPath("nginx", "/usr/sbin", "/usr/local/sbin");
    }

    private static Optional<Path> module() {
        return Command.firstThatExists(List.of(
                "/usr/lib/nginx/modules/ngx_nchan_module.so",
                "/usr/lib64/nginx/modules/ngx_nchan_module.so",
                "/usr/local/lib/nginx/modules/ngx_nchan_module.so"));
    }

    @Override
    public void prepare() {}

    @Override
    public List<String> command(int port, Path directory) throws IOException {
        String configuration = Files.readString(CONFIGURATION)
                .replace("@PORT@", Integer.toString(port))
                .replace("@DIR@", directory.toString())
                .replace("@MODULE@", module().orElseThrow().toString());
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration);
        String errors = directory.resolve("error.log").toString();
        return List.of(nginx().orElseThrow(), "-p", directory.toString(), "-e", errors, "-c", file.toString());
    }

    @Override
    public Map<String, String> versions() {
        String nginx = Command.output(nginx().orElseThrow(), "-v").replaceFirst(".*nginx/", "");
        String nchan = Command.output("dpkg-query", "-W", "-f", "${Version}", "libnginx-mod-nchan");
        return Map.of("nginx", nginx, "nchan", nchan.isEmpty() ? "unknown" : nchan);
    }
}
