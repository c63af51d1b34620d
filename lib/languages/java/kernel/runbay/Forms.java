package runbay;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import runbay.display.Displayable;

/** Values as results, in every form that they offer. */
public final class Forms {
    private static final int TEXT_LIMIT = 64 * 1024;
    private static final int ROW_LIMIT = 1000;
    private static final long EXACT_LIMIT = 1L << 53;
    private static final Map<String, String> FIELDS = Map.of(
            "text/plain", "text",
            "text/html", "html",
            "text/markdown", "markdown",
            "image/svg+xml", "svg",
            "text/latex", "latex",
            "image/png", "png",
            "image/jpeg", "jpeg",
            "application/json", "json");
    private static final Pattern CHART = Pattern.compile("application/vnd\\.vega(?:lite)?\\.v\\d+[+.]json");

    private static Consumer<Map<String, Object>> receiver = item -> {};

    private Forms() {}

    static void sendTo(Consumer<Map<String, Object>> kernel) {
        receiver = kernel;
    }

    public static void send(Map<String, Object> item) {
        receiver.accept(item);
    }

    /** A form that fails is left out. */
    public static Map<String, Object> of(Object value) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("text", shortened(Execution.textOf(value)));
        try {
            if (value instanceof Displayable shown) item.putAll(ofBundle(shown.forms()));
            else if (value instanceof RenderedImage image) item.put("png", base64(png(image)));
            else if (value instanceof List<?> list && areRecords(list)) item.put("table", table(list));
            else if (value instanceof Record[] records && records.length > 0) item.put("table", table(Arrays.asList(records)));
        } catch (RuntimeException | IOException | StackOverflowError error) {
            // The others are shown.
        }
        return item;
    }

    public static Map<String, Object> ofBundle(Map<String, ?> bundle) {
        Map<String, Object> item = new LinkedHashMap<>();
        bundle.forEach((type, form) -> {
            String field = CHART.matcher(type).matches() ? "chart" : FIELDS.get(type);
            if (field == null || form == null) return;
            if (field.equals("json") || field.equals("chart")) {
                item.put(field, form instanceof String text ? parsed(text) : plain(form));
            } else {
                item.put(field, form instanceof byte[] bytes ? base64(bytes) : shortenedText(field, form.toString()));
            }
        });
        return item;
    }

    public static Map<String, Object> tableOf(Object rows) {
        List<?> list = listOf(rows);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("text", shortened(Execution.textOf(rows instanceof Stream<?> ? list : rows)));
        item.put("table", table(list));
        return item;
    }

    static String shortened(String text) {
        if (text.length() <= TEXT_LIMIT) return text;
        return text.substring(0, TEXT_LIMIT) + "… (" + text.length() + " characters in all)";
    }

    private static String shortenedText(String field, String form) {
        return field.equals("text") ? shortened(form) : form;
    }

    private static byte[] png(RenderedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    // --- tables

    private static boolean areRecords(List<?> list) {
        return !list.isEmpty() && list.stream().limit(ROW_LIMIT).allMatch(Record.class::isInstance);
    }

    private static Map<String, Object> table(List<?> list) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object row : list.subList(0, Math.min(ROW_LIMIT, list.size()))) all.add(cells(row));
        Set<String> columns = new LinkedHashSet<>();
        for (Map<String, Object> row : all) columns.addAll(row.keySet());
        List<Object> rows = new ArrayList<>();
        for (Map<String, Object> row : all) {
            List<Object> cells = new ArrayList<>();
            for (String column : columns) cells.add(cell(row.get(column)));
            rows.add(cells);
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("columns", new ArrayList<>(columns));
        table.put("rows", rows);
        table.put("rowCount", list.size());
        return table;
    }

    /** A row by the names of its columns. */
    private static Map<String, Object> cells(Object row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        if (row instanceof Map<?, ?> map) {
            map.forEach((key, value) -> cells.put(String.valueOf(key), value));
        } else if (row instanceof Record one) {
            cells.putAll(fields(one));
        } else if (row instanceof Map.Entry<?, ?> entry) {
            cells.put("Key", entry.getKey());
            cells.put("Value", entry.getValue());
        } else if (row instanceof Iterable<?> || (row != null && row.getClass().isArray())) {
            for (Object value : listOf(row)) cells.put(String.valueOf(cells.size()), value);
        } else {
            cells.put("Value", row);
        }
        return cells;
    }

    private static Map<String, Object> fields(Record one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent part : one.getClass().getRecordComponents()) {
            try {
                Method get = part.getAccessor();
                get.setAccessible(true);
                fields.put(part.getName(), get.invoke(one));
            } catch (ReflectiveOperationException error) {
                fields.put(part.getName(), null);
            }
        }
        return fields;
    }

    private static Object cell(Object value) {
        if (value == null || value instanceof Boolean || value instanceof String) return value;
        if (value instanceof Number number && isPlain(number)) return number;
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) return value.toString();
        return shortened(Execution.textOf(value));
    }

    /** Whether it stays the same on its way through JSON. */
    private static boolean isPlain(Number number) {
        if (number instanceof Double || number instanceof Float || number instanceof BigDecimal) return Double.isFinite(number.doubleValue());
        boolean isWhole = number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte
                || number instanceof BigInteger;
        return isWhole && Math.abs(number.doubleValue()) <= EXACT_LIMIT;
    }

    private static List<?> listOf(Object rows) {
        if (rows instanceof List<?> list) return list;
        if (rows instanceof Stream<?> stream) return stream.toList();
        if (rows instanceof Map<?, ?> map) return new ArrayList<>(map.entrySet());
        List<Object> list = new ArrayList<>();
        if (rows instanceof Iterable<?> many) {
            many.forEach(list::add);
        } else if (rows != null && rows.getClass().isArray()) {
            for (int at = 0; at < Array.getLength(rows); at++) list.add(Array.get(rows, at));
        } else {
            list.add(rows);
        }
        return list;
    }

    // --- JSON

    private static Object parsed(String text) {
        try {
            return Json.read(text);
        } catch (RuntimeException error) {
            throw new IllegalArgumentException("this is no JSON: " + (text.length() > 60 ? text.substring(0, 60) + "…" : text));
        }
    }

    /** As maps, lists, text, numbers and truths. */
    private static Object plain(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number number && isPlain(number)) return value;
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> all = new LinkedHashMap<>();
            map.forEach((key, one) -> all.put(String.valueOf(key), plain(one)));
            return all;
        }
        if (value instanceof Record one) return plain(fields(one));
        if (value instanceof Iterable<?> || value instanceof Stream<?> || value.getClass().isArray()) {
            List<Object> all = new ArrayList<>();
            for (Object one : listOf(value)) all.add(plain(one));
            return all;
        }
        return value.toString();
    }
}
