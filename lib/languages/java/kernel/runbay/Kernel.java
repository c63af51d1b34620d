package runbay;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs Java in one context, as JShell does: statements, declarations, and whole classes with `main`. Its talk with the
 * agent is described in CONTRIBUTING.md ("Add a language").
 */
public final class Kernel {
    /** One result; the server keeps a limit on all of a run's together. */
    private static final int ITEM_LIMIT = 4 * 1024 * 1024;
    static final Path WORKSPACE = Path.of("").toAbsolutePath();

    private final OutputStream control = new FileOutputStream("/proc/self/fd/10");
    private final BufferedReader commands = new BufferedReader(
            new InputStreamReader(new FileInputStream("/proc/self/fd/11"), StandardCharsets.UTF_8));

    /** Whether a program runs that may show something. */
    private boolean shows;
    private final Object showing = new Object();

    private Kernel() throws IOException {}

    public static void main(String[] arguments) throws IOException {
        new Kernel().serve();
    }

    private void serve() throws IOException {
        Streams.renew();
        Forms.sendTo(this::sendResult);
        Shell.warmUp();
        Shell shell = new Shell(this);
        sun.misc.Signal.handle(new sun.misc.Signal("INT"), signal -> shell.interrupt());
        System.gc(); // What was loaded leaves more behind than it needs.
        tell('K', "");
        for (Map<?, ?> command = next(); command != null; command = next()) {
            if (command.get("n") != null) run(shell, command);
            else if (command.get("id") != null) answer(shell, command);
        }
        Runtime.getRuntime().halt(0);
    }

    private void run(Shell shell, Map<?, ?> command) {
        int number = numberOf(command.get("n"));
        boolean fresh = Boolean.TRUE.equals(command.get("fresh"));
        String code = (String) command.get("code");
        tell('B', String.valueOf(number));
        for (Object folder : (List<?>) command.get("wipe")) empty(Path.of((String) folder));
        if (fresh) writeSource(code);
        Streams.renew();
        String name = fresh ? "main.java" : "cell-" + numberOf(command.get("count")) + ".java";
        show(true);
        int status = shell.run(code, name);
        show(false);
        System.out.flush();
        System.err.flush();
        tell('D', number + " " + status);
    }

    private void answer(Shell shell, Map<?, ?> question) {
        Map<String, Object> reply = new LinkedHashMap<>();
        if (question.get("check") instanceof String code) {
            reply.put("t", "checked");
            reply.put("problems", shell.check(code));
        } else {
            reply.put("t", "completed");
            reply.putAll(shell.complete((String) question.get("complete")));
        }
        reply.put("id", numberOf(question.get("id")));
        tell('C', Json.write(reply));
    }

    private void show(boolean shows) {
        synchronized (showing) {
            this.shows = shows;
        }
    }

    /**
     * Waits until it has been taken, so that results and output keep their order. From a thread that goes on after
     * its program it is not taken: the answer would be the next program's command.
     */
    void sendResult(Map<String, Object> item) {
        String encoded = Json.write(item);
        if (encoded.length() > ITEM_LIMIT) {
            Object text = item.getOrDefault("text", "A result of more than 4 MiB is not shown.");
            encoded = Json.write(Map.of("text", text));
        }
        synchronized (showing) {
            if (!shows) return;
            System.out.flush();
            tell('R', encoded);
            next();
        }
    }

    synchronized void tell(char kind, String payload) {
        try {
            control.write((kind + payload + "\n").getBytes(StandardCharsets.UTF_8));
            control.flush();
        } catch (IOException error) {
            Runtime.getRuntime().halt(70);
        }
    }

    /** Null where no more will come. */
    private Map<?, ?> next() {
        try {
            String line = commands.readLine();
            return line == null ? null : (Map<?, ?>) Json.read(line);
        } catch (IOException error) {
            return null;
        }
    }

    private static int numberOf(Object number) {
        return ((Double) number).intValue();
    }

    private static void writeSource(String code) {
        Path file = WORKSPACE.resolve("main.java");
        try {
            // A link or a pipe that a program left under this name must not be followed.
            Files.deleteIfExists(file);
            Files.writeString(file, code, StandardOpenOption.CREATE_NEW);
        } catch (IOException error) {
            // A full workspace, a folder of that name; the program runs all the same.
        }
    }

    private static void empty(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    file.toFile().delete();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException error) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException error) {
                    if (!visited.equals(folder)) visited.toFile().delete();
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException error) {
            // A folder that nobody may open.
        }
    }
}
