package runbay;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Whether a piece of a program can be read at all, whatever its names mean. */
final class Parser {
    /** What may stand around a statement, a member, a file's own text, and an expression. */
    private static final String[][] AROUND = {
        {"class $ { void $() throws Throwable { ", "\n} }"},
        {"class $ { ", "\n}"},
        {"", ""},
        {"class $ { Object $ = ", "\n; }"},
    };
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Parser() {}

    static boolean reads(String piece) {
        for (String[] around : AROUND) {
            if (parses(around[0] + piece + around[1])) return true;
        }
        return false;
    }

    private static boolean parses(String text) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var source = new SimpleJavaFileObject(URI.create("string:///Piece.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        try {
            ((JavacTask) COMPILER.getTask(null, FILES, problems, List.of("-proc:none"), null, List.of(source))).parse();
        } catch (IOException error) {
            return true;
        }
        return problems.getDiagnostics().stream().noneMatch(one -> one.getKind() == Diagnostic.Kind.ERROR);
    }
}
