package chat.earshot.stream;

/** How many places streams have taken on the server under test, for tests of other packages. Any thread. */
public final class TakenPlaces {

    private final Places places;

    TakenPlaces(Places places) {
        this.places = places;
    }

    public int count() {
        return places.taken();
    }
}
