package earshot.load;

/** How long a thread has worked, as against waited in its selector. One thread writes, others may read. */
final class BusyTime {
    private long since;
    private volatile long nanos;

    /** Something is ready; called for each thing, of which the first counts. */
    void work() {
        if (since == 0) {
            since = System.nanoTime();
        }
    }

    /** Back to the selector. */
    void rest() {
        if (since != 0) {
            nanos += System.nanoTime() - since;
            since = 0;
        }
    }

    long nanos() {
        return nanos;
    }
}
