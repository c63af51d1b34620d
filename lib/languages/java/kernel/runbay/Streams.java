package runbay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** System.in, out and err, anew for each program: what it did to them, or read ahead, is not the next one's. */
final class Streams {
    private Streams() {}

    static void renew() {
        System.setIn(new Keyboard());
        System.setOut(printer(FileDescriptor.out));
        System.setErr(printer(FileDescriptor.err));
    }

    private static PrintStream printer(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 8192), true, StandardCharsets.UTF_8) {
            @Override
            public void close() {
                flush();
            }
        };
    }

    /** Closing it, as a Scanner does, must not close the descriptor. */
    private static final class Keyboard extends FilterInputStream {
        private boolean closed;

        Keyboard() {
            super(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        }

        @Override
        public int read() throws java.io.IOException {
            System.out.flush();
            return closed ? -1 : super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws java.io.IOException {
            System.out.flush();
            return closed ? -1 : super.read(bytes, from, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
