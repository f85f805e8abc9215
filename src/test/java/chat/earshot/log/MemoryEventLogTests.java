package chat.earshot.log;

class MemoryEventLogTests extends EventLogContract {

    private final MemoryEventLog.Disk disk = new MemoryEventLog.Disk();

    @Override
    protected EventLog open(long retainEvents) {
        return new MemoryEventLog(disk, retainEvents, clock, moved::add);
    }

    @Override
    protected void close() {
        // nothing to let go
    }

    @Override
    protected void refuseUnwritable() {
        disk.beforeWrite(event -> {
            if (event.content().contains(UNWRITABLE)) {
                throw new IllegalStateException(UNWRITABLE);
            }
        });
    }

    @Override
    protected void failNextCommit(boolean afterAll) {
        disk.failNextCommit(afterAll);
    }
}
