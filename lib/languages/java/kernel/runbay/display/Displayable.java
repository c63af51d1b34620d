package runbay.display;

import java.util.Map;

/** A value that can be shown in more forms than as text. */
public interface Displayable {
    /** By MIME types; pictures as bytes. */
    Map<String, ?> forms();
}
