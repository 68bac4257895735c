using Graph.Query;
using Graph.Query.Scripts;
using Graph.Query.Syntax;

namespace Graph.Cli.Sessions;

/// <summary>When an input is whole: a command at the end of its line, a statement at its semicolon.</summary>
internal static class InputRules
{
    public const char CommandSign = ':';

    private static readonly TimeSpan LongestReading = TimeSpan.FromMilliseconds(50);

    /// <summary>What users of other prompts type to leave or to ask; no statement begins with these.</summary>
    private static readonly ImmutableArray<(string Word, string Command)> Words =
    [
        ("help", ":help"), ("exit", ":quit"), ("quit", ":quit"), ("\\q", ":quit"), ("?", ":help")
    ];

    /// <summary>What a shell or another prompt would do; no statement begins with these either.</summary>
    private static readonly ImmutableArray<string> Foreign = ["clear", "cls", "ls", "dir", "history"];

    public static bool IsCommand(string text) => text.AsSpan().TrimStart() is [CommandSign, ..] || FindCommandWord(text) is not null;

    /// <summary>The command that a word stands for: one of other prompts as it is; null for any other text.</summary>
    public static string? FindCommandWord(string text)
    {
        var word = text.AsSpan().Trim().TrimEnd(';').TrimEnd();
        foreach (var (known, command) in Words)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return command;
        }

        // No statement begins so, and what stands behind is the topic, or beside the point.
        var line = word.IndexOfAny('\r', '\n') < 0 ? word : [];
        var first = line.IndexOfAny(' ', '\t') is >= 0 and var blank ? line[..blank] : line;
        foreach (var (known, command) in Words)
        {
            if (first.Length < line.Length && first.Equals(known, StringComparison.OrdinalIgnoreCase))
                return command == ":help" ? $":help {line[first.Length..].Trim()}" : command;
        }

        foreach (var known in Foreign)
        {
            if (first.Equals(known, StringComparison.OrdinalIgnoreCase))
                return known;
        }

        return word is ['\\', ..] || (word is ['.', var letter, ..] && char.IsAsciiLetter(letter)) ? word.ToString() : null;
    }

    /// <summary>At the prompt, an empty line ends a statement too, but not inside a string or a comment.</summary>
    public static bool IsCompleteAtPrompt(string text) =>
        string.IsNullOrWhiteSpace(text) || IsCommand(text) || EndsWithStatement(text) || (EndsWithEmptyLine(text) && !IsInsideQuotes(text));

    /// <summary>The last thing is a semicolon that ends a statement, and does not stand in a string or a comment.</summary>
    public static bool EndsWithStatement(string text)
    {
        var written = text[..EndOfStatements(text)].TrimEnd();
        return written.EndsWith(';') && ReadLast(written) is not { Statement.IsIncomplete: true } && BeginsStatementAtEnd(written);
    }

    /// <summary>Where the comments behind the last statement begin.</summary>
    private static int EndOfStatements(string text) => StatementSplitter.Split(new SourceText(text), CommandSign) is
        [.., { Span.Length: 0, IsOpen: false, Above: [var first, ..] }] ? first.Start : text.Length;

    // Whatever is written behind a semicolon that ends a statement begins the next one; behind one in a comment it belongs to the comment.
    private static bool BeginsStatementAtEnd(string text) =>
        StatementSplitter.Split(new SourceText(text + "x"), CommandSign) is [.., var last] && last.Span.Start == text.Length;

    private static bool EndsWithEmptyLine(string text) =>
        text.LastIndexOf('\n') is >= 0 and var lastLine && string.IsNullOrWhiteSpace(text[lastLine..]);

    /// <summary>The end of the text stands in a string, a quoted name or a comment that is not closed.</summary>
    private static bool IsInsideQuotes(string text) => ReadLast(text) is { IsOpen: true };

    private static ScriptPart? ReadLast(string text) => Read(text).Parts is [.., var last] ? last : null;

    /// <summary>
    /// What was typed so far. Nothing can stop this reading, so a very long text is soon taken as it stands; it is read in earnest when it
    /// is to run.
    /// </summary>
    public static QueryScript Read(string text) =>
        QueryScript.Read(new SourceText(text), CommandSign, new QueryLimits(Timeout: LongestReading));
}
