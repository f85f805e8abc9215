package earshot.load;

/** Is told of each marker, in the order of the stream. */
interface Heard {
    void message(int publisher, int number, long sentAt);
}
