package runbay;

import java.lang.reflect.Field;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs a program's pieces in this process, as JShell's own does, and gives values themselves besides their texts. */
final class Execution extends LocalExecutionControl implements ExecutionControlProvider {
    private Object asked;

    @Override
    public String name() {
        return "runbay";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return this;
    }

    /** As JShell writes a value. */
    static String textOf(Object value) {
        try {
            return valueString(value);
        } catch (RuntimeException | StackOverflowError error) {
            return "(" + error + ")";
        }
    }

    /** JShell says only to its execution control where the variable is. Null where it cannot be had. */
    Object valueOf(JShell shell, VarSnippet variable) {
        asked = null;
        shell.varValue(variable);
        return asked;
    }

    @Override
    public String varValue(String className, String name) {
        try {
            Field field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            asked = field.get(null);
        } catch (ReflectiveOperationException | RuntimeException error) {
            asked = null;
        }
        return "";
    }
}
