package runbay;

/** What a program calls without naming a class. */
public final class Functions {
    private Functions() {}

    /** Shows a value in every form that it offers. */
    public static void display(Object value) {
        Forms.send(Forms.of(value));
    }

    public static void display(Object first, Object... more) {
        display(first);
        for (Object value : more) display(value);
    }
}
