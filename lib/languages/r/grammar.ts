import 'monaco-editor/languages/definitions/r/register';
