import 'monaco-editor/languages/definitions/javascript/register';
