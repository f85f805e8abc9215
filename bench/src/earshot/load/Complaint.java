package earshot.load;

/** Says the first of what may be thousands of the same kind. For one thread. */
final class Complaint {
    private boolean said;

    void say(String what) {
        if (!said) {
            said = true;
            System.err.println(what);
        }
    }
}
