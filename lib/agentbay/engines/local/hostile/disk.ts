import type { HostileCase } from './hostile-case';

const full = /(No space left|ENOSPC).*The workspace holds 64 MiB and \/tmp 64 MiB/s;
const large = /(File too large|EFBIG).*One file may have 64 MiB|SIGXFSZ/s;

export const DISK: HostileCase[] = [
  ...['/workspace', '/tmp'].map(
    (folder): HostileCase => ({
      name: `more than ${folder} holds`,
      python: {
        code: `for n in range(9):\n    with open("${folder}/f%d" % n, "wb") as file:\n        for _ in range(20): file.write(b"x" * 1_000_000)`,
        ends: ['exited'],
        says: full,
      },
      javascript: {
        code: `const fs = require("fs");\nfor (let n = 0; n < 9; n++) fs.writeFileSync("${folder}/f" + n, Buffer.alloc(20_000_000, 1))`,
        ends: ['exited'],
        says: full,
      },
    }),
  ),
  {
    name: 'files without end, and without a byte in them',
    python: {
      code: 'import os\nn = 0\nwhile True:\n    os.mknod("/tmp/f%d" % n)\n    n += 1',
      ends: ['memory_exceeded'],
    },
    javascript: {
      code: 'const fs = require("fs");\nfor (let n = 0; ; n++) fs.symlinkSync("x", "/workspace/f" + n)',
      ends: ['memory_exceeded'],
    },
  },
  {
    name: 'a file of a tebibyte with nothing in it',
    python: {
      code: 'with open("sparse", "wb") as file:\n    file.truncate(1 << 40)',
      ends: ['exited', 'signalled'],
      says: large,
    },
    javascript: {
      code: 'const fs = require("fs");\nfs.writeFileSync("sparse", "");\nfs.truncateSync("sparse", 2 ** 40)',
      ends: ['exited', 'signalled'],
      says: large,
    },
  },
  {
    name: 'a byte behind the largest place of a file',
    python: {
      code: 'import os\nfile = open("far", "wb")\nfile.seek(65 << 20)\nfile.write(b"x")\nfile.flush()',
      ends: ['exited', 'signalled'],
      says: large,
    },
    javascript: {
      code: 'const fs = require("fs");\nfs.writeSync(fs.openSync("far", "w"), "x", 65 * 2 ** 20)',
      ends: ['exited', 'signalled'],
      says: large,
    },
  },
  {
    name: 'folders in folders in folders, where temporary files are',
    python: {
      code: 'import os\nos.chdir("/tmp")\nfor _ in range(3000):\n    os.mkdir("d")\n    os.chdir("d")',
      ends: ['exited'],
    },
    javascript: {
      code: 'const fs = require("fs");\nprocess.chdir("/tmp");\nfor (let n = 0; n < 3000; n++) { fs.mkdirSync("d"); process.chdir("d"); }',
      ends: ['exited'],
    },
  },
  {
    name: 'names that nobody can write, folders that nobody may open, pipes that nobody reads',
    python: {
      code: 'import os\nfor at in (b"/tmp/", b"/workspace/"):\n    open(at + b"\\xff\\xfe", "w")\n    open(at + b"a\\nb", "w")\n    os.mkdir(at + b"closed")\n    open(at + b"closed/x", "w")\n    os.chmod(at + b"closed", 0)\n    os.mkfifo(at + b"pipe")\n    os.symlink("/proc/1/root", at + b"link")\nos.chmod("/workspace", 0)\nos.chmod("/tmp", 0)',
      ends: ['exited'],
    },
    javascript: {
      code: 'const fs = require("fs");\nfor (const at of ["/tmp/", "/workspace/"]) {\n  fs.writeFileSync(Buffer.concat([Buffer.from(at), Buffer.from([255, 254])]), "");\n  fs.mkdirSync(at + "closed"); fs.writeFileSync(at + "closed/x", ""); fs.chmodSync(at + "closed", 0);\n  fs.symlinkSync("/proc/1/root", at + "link");\n}\nfs.chmodSync("/workspace", 0); fs.chmodSync("/tmp", 0)',
      ends: ['exited'],
    },
  },
  {
    name: 'the program’s own file and its libraries, replaced',
    python: {
      code: 'import os\nos.unlink("/workspace/main.py")\nos.symlink("/etc/passwd", "/workspace/main.py")\nfor name in ("json", "os", "site", "sitecustomize", "usercustomize", "encodings", "_runbay", "ast"):\n    open("/workspace/%s.py" % name, "w").write("raise SystemExit(7)")',
      ends: ['exited'],
    },
    javascript: {
      code: 'const fs = require("fs");\nfs.rmSync("/workspace/main.js");\nfs.mkdirSync("/workspace/main.js");\nfs.mkdirSync("/workspace/node_modules/fs", { recursive: true });\nfs.writeFileSync("/workspace/node_modules/fs/index.js", "process.exit(7)");\nfs.writeFileSync("/workspace/package.json", "{ not JSON")',
      ends: ['exited'],
    },
  },
];
