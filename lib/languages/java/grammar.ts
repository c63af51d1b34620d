import 'monaco-editor/languages/definitions/java/register';
