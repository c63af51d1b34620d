// A whole program with classes: boats in a harbour.
import java.util.ArrayList;
import java.util.List;

interface Boat {
    String name();

    int places();
}

record Ferry(String name, int places) implements Boat {}

record Canoe(String name) implements Boat {
    public int places() {
        return 2;
    }
}

class Harbour {
    private final List<Boat> boats = new ArrayList<>();

    void moor(Boat boat) {
        boats.add(boat);
        System.out.println(boat.name() + " has moored.");
    }

    int places() {
        return boats.stream().mapToInt(Boat::places).sum();
    }
}

public class Main {
    public static void main(String[] args) {
        Harbour harbour = new Harbour();
        harbour.moor(new Ferry("Linda", 120));
        harbour.moor(new Canoe("Otter"));
        harbour.moor(new Ferry("Pegasus", 80));
        System.out.println("Room for " + harbour.places() + " people.");
    }
}
