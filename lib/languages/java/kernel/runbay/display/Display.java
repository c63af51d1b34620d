package runbay.display;

import java.util.Map;
import runbay.Forms;

/** Shows what is more than text, as a notebook does: `Display.html("<b>…</b>")`. Values are shown by `display(value)`. */
public final class Display {
    private Display() {}

    public static void html(String text) {
        form("text/html", text);
    }

    public static void markdown(String text) {
        form("text/markdown", text);
    }

    public static void svg(String text) {
        form("image/svg+xml", text);
    }

    public static void latex(String text) {
        form("text/latex", text);
    }

    public static void png(byte[] bytes) {
        form("image/png", bytes);
    }

    public static void jpeg(byte[] bytes) {
        form("image/jpeg", bytes);
    }

    /** Of maps, lists, arrays, records, text and numbers. */
    public static void json(Object value) {
        form("application/json", value);
    }

    /** A Vega or Vega-Lite specification, of maps and lists or as its JSON. */
    public static void chart(Object specification) {
        form("application/vnd.vegalite.v5+json", specification);
    }

    /** A list, an array or a stream of records, maps or arrays; or a map. */
    public static void table(Object rows) {
        Forms.send(Forms.tableOf(rows));
    }

    /** Several forms of one thing, by their MIME types. */
    public static void forms(Map<String, ?> forms) {
        Forms.send(Forms.ofBundle(forms));
    }

    private static void form(String type, Object form) {
        forms(Map.of(type, form));
    }
}
