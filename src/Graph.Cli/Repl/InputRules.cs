using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>When an input is whole: a command at the end of its line, a statement at its semicolon.</summary>
internal static class InputRules
{
    public const char CommandSign = ':';

    public static bool IsCommand(string text) => text.AsSpan().TrimStart() is [CommandSign, ..];

    /// <summary>At the prompt, an empty line ends a statement too.</summary>
    public static bool IsCompleteAtPrompt(string text) =>
        string.IsNullOrWhiteSpace(text) || IsCommand(text) || EndsWithEmptyLine(text) || EndsWithStatement(text);

    /// <summary>The last thing is a semicolon that ends a statement, and does not stand in a string or a comment.</summary>
    public static bool EndsWithStatement(string text) =>
        text.AsSpan().TrimEnd() is [.., ';'] && QueryParser.ParseScript(new SourceText(text)) is [.., { IsIncomplete: false }];

    private static bool EndsWithEmptyLine(string text) =>
        text.LastIndexOf('\n') is >= 0 and var lastLine && string.IsNullOrWhiteSpace(text[lastLine..]);
}
