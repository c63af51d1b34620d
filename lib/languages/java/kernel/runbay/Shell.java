package runbay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** The context: one JShell, in this process, and where in the user's programs its snippets stand. */
final class Shell {
    /** What JShell itself imports at its start, and what shows values. */
    private static final String[] IMPORTS = {
        "java.io.*", "java.math.*", "java.net.*", "java.nio.file.*", "java.util.*", "java.util.concurrent.*",
        "java.util.function.*", "java.util.regex.*", "java.util.stream.*", "runbay.display.*", "static runbay.Functions.*",
    };
    private static final Pattern PACKAGE = Pattern.compile("\\A(?:\\s|//[^\\n]*|/\\*.*?\\*/)*package\\s+[\\w.]+\\s*;", Pattern.DOTALL);
    /** Everything but a comment or a text without its end. */
    private static final Pattern WHOLE = Pattern.compile(
            "//[^\\n]*\\n|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|[^\"'/]|/(?![/*])", Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+(?:final\\s+)?void\\s+main\\s*\\(");
    /** Of its own classes, in which a program's variables are. */
    private static final Pattern SHELL_NAMES = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private final Kernel kernel;
    private final Execution execution = new Execution();
    private final JShell shell = open(execution);
    private final SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    /** By the ids of snippets. */
    private final Map<String, Place> places = new HashMap<>();
    private volatile boolean interrupted;

    /** A piece of a program that JShell takes as one, without what stands before it. */
    private record Piece(String source, int line, boolean whole) {}

    /** The file and the first line of a snippet. */
    private record Place(String file, int line) {}

    Shell(Kernel kernel) {
        this.kernel = kernel;
        for (String name : IMPORTS) shell.eval("import " + name + ";");
    }

    private static JShell open(Execution execution) {
        // The class path is that of what shows values.
        String classes = System.getProperty("java.class.path");
        return JShell.builder().executionEngine(execution, Map.of()).compilerOptions("-classpath", classes).build();
    }

    /** Loads, in a shell that nobody sees, what the first program would wait for. */
    static void warmUp() {
        try (JShell other = open(new Execution())) {
            other.sourceCodeAnalysis().analyzeCompletion("int a = 1; a + 1");
            for (String source : new String[] {
                "import java.util.*;",
                "int a = 1;",
                "a + 1",
                "class A { int f(int n) { return n + 1; } }",
                "for (int i = 0; i < 2; i++) String.format(\"%d %s\", new A().f(i), List.of(i));",
            }) other.eval(source);
        }
    }

    /** Its exit status. */
    int run(String code, String file) {
        interrupted = false;
        List<Piece> pieces = split(code);
        Piece broken = unfinished(pieces);
        if (broken != null) {
            reject(broken, shell.eval(broken.source).get(0).snippet(), file, code);
            return 1;
        }
        List<Snippet> ours = new ArrayList<>();
        boolean onlyDeclares = true;
        for (int at = 0; at < pieces.size(); at++) {
            Piece piece = pieces.get(at);
            kernel.tell('L', String.valueOf(piece.line));
            List<SnippetEvent> events = eval(piece, file);
            if (interrupted) return 130;
            for (SnippetEvent event : events) {
                if (event.causeSnippet() != null) continue;
                Snippet snippet = event.snippet();
                ours.add(snippet);
                onlyDeclares &= snippet.kind() == Kind.IMPORT || snippet.kind() == Kind.METHOD || snippet.kind() == Kind.TYPE_DECL;
                if (event.status() == Status.REJECTED) {
                    reject(piece, snippet, file, code);
                    return 1;
                }
                if (event.exception() != null) {
                    fail(event.exception(), file, piece.line);
                    return 1;
                }
                if (at == pieces.size() - 1) showResult(event, piece);
            }
        }
        for (int at = 0; at < ours.size(); at++) {
            Snippet snippet = ours.get(at);
            Status status = shell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                Place place = places.get(snippet.id());
                reject(new Piece(snippet.source(), place == null ? 1 : place.line, true), snippet, file, code);
                return 1;
            }
        }
        int status = onlyDeclares ? callMain(ours, file) : 0;
        if (status == 0) waitForThreads();
        return interrupted ? 130 : status;
    }

    private List<SnippetEvent> eval(Piece piece, String file) {
        List<SnippetEvent> events = new ArrayList<>();
        // Its id is known only afterwards, and an interrupt may come meanwhile.
        running = new Place(file, piece.line);
        events.addAll(shell.eval(piece.source));
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) places.put(event.snippet().id(), new Place(file, piece.line));
        }
        return events;
    }

    private volatile Place running;

    /** A program of nothing but declarations is run by its `main`. */
    private int callMain(List<Snippet> snippets, String file) {
        String call = null;
        for (Snippet snippet : snippets) {
            if (snippet instanceof TypeDeclSnippet type && MAIN.matcher(type.source()).find()) {
                call = type.name() + ".main(new String[0]);";
            } else if (snippet instanceof MethodSnippet method && method.name().equals("main")) {
                call = method.parameterTypes().isEmpty() ? "main();" : "main(new String[0]);";
            }
            if (call != null) break;
        }
        if (call == null) return 0;
        for (SnippetEvent event : shell.eval(call)) {
            if (event.exception() != null) {
                fail(event.exception(), file, 1);
                return 1;
            }
        }
        return 0;
    }

    /** What a line gives that is there for its value: not a call or an assignment that ends with a semicolon. */
    private void showResult(SnippetEvent event, Piece piece) {
        SubKind kind = event.snippet().subKind();
        boolean isValue = event.snippet() instanceof ExpressionSnippet || kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        if (!isValue || kind == SubKind.ASSIGNMENT_SUBKIND || event.value() == null) return;
        String source = piece.source.strip();
        boolean isStatement = source.endsWith(";") && (source.matches("(?s).*\\)\\s*;") || source.matches("(?s).*(\\+\\+|--)\\s*;|(\\+\\+|--).*"));
        if (isStatement) return;
        Object value = valueOf(event.snippet());
        Map<String, Object> item = new LinkedHashMap<>();
        if (value == null) item.put("text", Forms.shortened(event.value()));
        else item.putAll(Forms.of(value));
        item.put("isMainResult", true);
        kernel.sendResult(item);
    }

    /** What a variable holds, or the one that JShell has made for the value; null where there is none. */
    private Object valueOf(Snippet snippet) {
        if (snippet instanceof VarSnippet variable) return execution.valueOf(shell, variable);
        if (!(snippet instanceof ExpressionSnippet expression)) return null;
        return shell.variables()
                .filter(variable -> variable.name().equals(expression.name()))
                .findFirst()
                .map(variable -> execution.valueOf(shell, variable))
                .orElse(null);
    }

    private static void waitForThreads() {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[top.activeCount() * 2 + 8];
        int count = top.enumerate(threads, true);
        for (int at = 0; at < count; at++) {
            Thread thread = threads[at];
            if (thread == Thread.currentThread() || thread.isDaemon() || thread.getName().equals("DestroyJavaVM")) continue;
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    // --- its pieces

    private List<Piece> split(String code) {
        // JShell knows no packages; the same number of letters, so that columns stay.
        var matcher = PACKAGE.matcher(code);
        String rest = matcher.find() ? code.substring(0, matcher.end()).replaceAll("(?s)package\\s+[\\w.]+\\s*;$", "") + code.substring(matcher.end()) : code;
        List<Piece> pieces = new ArrayList<>();
        int line = 1;
        while (true) {
            String stripped = rest.stripLeading();
            line += lines(rest.substring(0, rest.length() - stripped.length()));
            if (stripped.isEmpty()) return pieces;
            var info = analysis.analyzeCompletion(stripped);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) return pieces;
            boolean whole = info.completeness().isComplete() && info.source() != null;
            String remaining = whole ? info.remaining() : "";
            pieces.add(new Piece(whole ? info.source() : stripped, line, whole));
            line += lines(stripped.substring(0, stripped.length() - remaining.length()));
            rest = remaining;
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The first that ends in the middle of something. */
    private static Piece unfinished(List<Piece> pieces) {
        return pieces.stream().filter(piece -> !piece.whole).findFirst().orElse(null);
    }

    // --- errors

    /** Where a diagnosis points, from 1. */
    private record Spot(int line, int column, int endLine, int endColumn) {}

    private static Spot spotOf(Piece piece, Diag diag) {
        int from = (int) Math.max(0, Math.min(diag.getPosition() < 0 ? diag.getStartPosition() : diag.getPosition(), piece.source.length()));
        int to = (int) Math.max(from + 1, Math.min(diag.getEndPosition(), piece.source.length()));
        String before = piece.source.substring(0, from);
        String until = piece.source.substring(0, Math.min(to, piece.source.length()));
        return new Spot(
                piece.line + lines(before),
                from - before.lastIndexOf('\n'),
                piece.line + lines(until),
                to - until.lastIndexOf('\n'));
    }

    private Diag firstError(Snippet snippet) {
        return shell.diagnostics(snippet).filter(Diag::isError).findFirst().orElse(null);
    }

    private void reject(Piece piece, Snippet snippet, String file, String code) {
        Map<String, Object> error = new LinkedHashMap<>();
        Diag diag = firstError(snippet);
        String message = diag == null ? unresolved(snippet) : diag.getMessage(null);
        Spot spot = diag == null ? spotOfName(piece, message) : spotOf(piece, diag);
        String[] all = code.split("\n", -1);
        String[] words = message.split("\n", 2);
        String text = spot.line <= all.length ? all[spot.line - 1] : "";
        error.put("name", "CompileError");
        error.put("value", Forms.shortened(words[0].strip()));
        error.put("traceback", Forms.shortened(file + ":" + spot.line + ": error: " + words[0].strip() + "\n" + text + "\n" + " ".repeat(spot.column - 1) + "^"
                + (words.length > 1 ? "\n" + words[1] : "")));
        error.put("line", spot.line);
        error.put("column", spot.column);
        kernel.tell('E', Json.write(error));
    }

    /** `cannot find symbol`, and what it is that a declaration waits for. */
    private String unresolved(Snippet snippet) {
        String missing = snippet instanceof DeclarationSnippet waiting
                ? shell.unresolvedDependencies(waiting).findFirst().orElse("")
                : "";
        return "cannot find symbol\n  symbol:   " + missing;
    }

    /** Where the last word of a message first stands in a piece. */
    private static Spot spotOfName(Piece piece, String message) {
        var word = Pattern.compile("(\\w+)\\W*$").matcher(message.replaceAll("\\(.*", ""));
        if (!word.find()) return new Spot(piece.line, 1, piece.line, 2);
        var found = Pattern.compile("\\b" + word.group(1) + "\\b").matcher(piece.source);
        int at = found.find() ? found.start() : 0;
        String before = piece.source.substring(0, at);
        int line = piece.line + lines(before);
        int column = at - before.lastIndexOf('\n');
        return new Spot(line, column, line, column + word.group(1).length());
    }

    List<Map<String, Object>> check(String code) {
        Piece broken = split(code).stream().filter(piece -> !piece.whole || !Parser.reads(piece.source)).findFirst().orElse(null);
        if (broken == null) return List.of();
        // It does not parse, so nothing of it runs.
        Snippet snippet = shell.eval(broken.source).get(0).snippet();
        Diag diag = firstError(snippet);
        if (diag == null) return List.of();
        Spot spot = spotOf(broken, diag);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("name", "CompileError");
        problem.put("line", spot.line);
        problem.put("column", spot.column);
        problem.put("endLine", spot.endLine);
        problem.put("endColumn", spot.endColumn);
        problem.put("message", diag.getMessage(null).split("\n", 2)[0].strip());
        problem.put("severity", "error");
        return List.of(problem);
    }

    private void fail(JShellException thrown, String file, int line) {
        Map<String, Object> error = new LinkedHashMap<>();
        String name = thrown instanceof EvalException e ? e.getExceptionClassName() : "UnresolvedReference";
        String message = thrown.getMessage() == null ? "" : SHELL_NAMES.matcher(thrown.getMessage()).replaceAll("");
        StringBuilder trace = new StringBuilder(name).append(message.isEmpty() ? "" : ": ").append(message);
        Integer where = addFrames(thrown, file, trace);
        for (Throwable cause = thrown.getCause(); cause instanceof JShellException; cause = cause.getCause()) {
            String of = cause instanceof EvalException e ? e.getExceptionClassName() : "UnresolvedReference";
            trace.append("\nCaused by: ").append(of).append(cause.getMessage() == null ? "" : ": " + cause.getMessage());
            addFrames(cause, file, trace);
        }
        error.put("name", name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1));
        error.put("value", Forms.shortened(message));
        error.put("traceback", Forms.shortened(trace.toString()));
        error.put("line", where == null ? line : where);
        kernel.tell('E', Json.write(error));
    }

    /** As Java prints them, the user's with their files; gives the line of the first one in this program. */
    private Integer addFrames(Throwable thrown, String file, StringBuilder trace) {
        Integer first = null;
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int at = 0; at < frames.length && at < 60; at++) {
            StackTraceElement frame = frames[at];
            String source = frame.getFileName();
            String method = (frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".") + frame.getMethodName();
            if (source == null || !source.startsWith("#")) {
                trace.append("\n\tat ").append(method).append(" (").append(source).append(':').append(frame.getLineNumber()).append(')');
                continue;
            }
            Place place = places.get(source.substring(1));
            if (place == null) continue; // Our call of its main.
            int line = place.line + frame.getLineNumber() - 1;
            if (frame.getMethodName().startsWith("do_it$")) method = "";
            trace.append("\n\tat ").append(method).append(method.isEmpty() ? "" : " ").append('(').append(place.file).append(':').append(line).append(')');
            if (first == null && place.file.equals(file)) first = line;
        }
        return first;
    }

    // --- from outside

    /** Says where the program is, and ends it; the context stays. */
    void interrupt() {
        interrupted = true;
        Integer line = lineNow();
        if (line != null) kernel.tell('W', String.valueOf(line));
        shell.stop();
    }

    private Integer lineNow() {
        for (StackTraceElement[] frames : Thread.getAllStackTraces().values()) {
            for (StackTraceElement frame : frames) {
                if (!frame.getClassName().startsWith("REPL.$JShell$")) continue;
                Integer line = lineOf(frame);
                if (line != null) return line;
            }
        }
        return null;
    }

    /** From a line of the class that JShell has made of a snippet. */
    private Integer lineOf(StackTraceElement frame) {
        String outer = frame.getClassName().replaceAll("(REPL\\.\\$JShell\\$\\d+\\w?).*", "$1");
        for (Snippet snippet : (Iterable<Snippet>) shell.snippets()::iterator) {
            var wrapper = analysis.wrapper(snippet);
            if (!wrapper.fullClassName().equals(outer)) continue;
            Place place = places.getOrDefault(snippet.id(), running);
            String[] wrapped = wrapper.wrapped().split("\n", -1);
            int offset = 0;
            for (int at = 0; at < frame.getLineNumber() - 1 && at < wrapped.length; at++) offset += wrapped[at].length() + 1;
            // The beginning of a line may be JShell's; its end is the program's.
            int end = offset + wrapped[Math.min(frame.getLineNumber(), wrapped.length) - 1].length();
            for (int at = offset; at <= end; at++) {
                int source = wrapper.wrappedToSourcePosition(at);
                if (source >= 0 && source <= snippet.source().length() && wrapper.sourceToWrappedPosition(source) == at) {
                    return place.line + lines(snippet.source().substring(0, source));
                }
            }
        }
        return null;
    }

    Map<String, Object> complete(String code) {
        Map<String, Object> reply = new LinkedHashMap<>();
        List<Map<String, Object>> items = new ArrayList<>();
        int[] anchor = {code.length()};
        boolean endsInText = !WHOLE.matcher(code).replaceAll("").isEmpty();
        for (SourceCodeAnalysis.Suggestion suggestion : endsInText ? List.<SourceCodeAnalysis.Suggestion>of() : analysis.completionSuggestions(code, code.length(), anchor)) {
            String label = suggestion.continuation();
            if (items.size() == 200) break;
            String name = label.replaceAll("\\(.*", "");
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("label", name);
            item.put("kind", label.contains("(") ? "function" : Character.isUpperCase(name.isEmpty() ? 'a' : name.charAt(0)) ? "class" : "variable");
            if (!items.contains(item)) items.add(item);
        }
        reply.put("start", Math.min(anchor[0], code.length()));
        reply.put("end", code.length());
        reply.put("items", items);
        return reply;
    }
}
