import 'monaco-editor/languages/definitions/typescript/register';
