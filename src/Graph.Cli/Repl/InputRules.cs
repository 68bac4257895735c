using Graph.Cli.Commands;

namespace Graph.Cli.Repl;

/// <summary>When an input is whole: a command at the end of its line, a statement at its semicolon.</summary>
internal static class InputRules
{
    public const char CommandSign = ':';

    /// <summary>What users of other prompts type to leave or to ask; no statement begins with these.</summary>
    private static readonly ImmutableArray<(string Word, string Command)> Words = [("help", ":help"), ("exit", ":quit"), ("quit", ":quit"), ("\\q", ":quit"), ("?", ":help")];

    public static bool IsCommand(string text) => text.AsSpan().TrimStart() is [CommandSign, ..] || FindCommandWord(text) is not null;

    /// <summary>The command that a bare word stands for; null for any other text.</summary>
    public static string? FindCommandWord(string text)
    {
        var word = text.AsSpan().Trim().TrimEnd(';').TrimEnd();
        foreach (var (known, command) in Words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return command;
        }

        return null;
    }

    /// <summary>At the prompt, an empty line ends a statement too, but not inside a string or a comment.</summary>
    public static bool IsCompleteAtPrompt(string text) =>
        string.IsNullOrWhiteSpace(text) || IsCommand(text) || EndsWithStatement(text) || (EndsWithEmptyLine(text) && !IsInsideQuotes(text));

    /// <summary>The last thing is a semicolon that ends a statement, and does not stand in a string or a comment.</summary>
    public static bool EndsWithStatement(string text) =>
        text.AsSpan().TrimEnd() is [.., ';'] && Script.Split(new SourceText(text)) is [.., var last] && last.Statement is not { IsIncomplete: true };

    private static bool EndsWithEmptyLine(string text) =>
        text.LastIndexOf('\n') is >= 0 and var lastLine && string.IsNullOrWhiteSpace(text[lastLine..]);

    /// <summary>The end of the text stands in a string, a quoted name or a comment that is not closed.</summary>
    private static bool IsInsideQuotes(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            var rest = text.AsSpan(position);
            if (text[position] is '\'' or '"' or '`')
                position = FindQuoteEnd(text, position);
            else if (rest.StartsWith("//"))
                position = rest.IndexOf('\n') is >= 0 and var lineEnd ? position + lineEnd : text.Length;
            else if (rest.StartsWith("/*"))
                position = rest.IndexOf("*/") is >= 0 and var end ? position + end + 1 : int.MaxValue - 1;
            if (position > text.Length)
                return true;
        }

        return false;
    }

    /// <summary>Behind the end of the text where there is no closing quote.</summary>
    private static int FindQuoteEnd(string text, int start)
    {
        for (var position = start + 1; position < text.Length; position++)
        {
            if (text[position] == '\\' && text[start] != '`')
                position++;
            else if (text[position] == text[start])
                return position;
        }

        return int.MaxValue - 1;
    }
}
