using Graph.Cli.Sessions;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>What is typed at the prompt: one input, or a statement whose semicolon was forgotten and the command below it.</summary>
internal static class PromptInput
{
    public static bool IsComplete(string text) => InputRules.IsCompleteAtPrompt(text) || FindCommandBelow(text) >= 0;

    /// <summary>The statement and the command below it, or all as it is.</summary>
    public static ImmutableArray<string> Split(string text) =>
        FindCommandBelow(text) is >= 0 and var start ? [text[..start], text[start..]] : [text];

    /// <summary>
    /// Where the last line begins, if it is a known command and the statement above could end there; else -1. That a name of a command
    /// stands first in the line of a statement that is whole without it happens nowhere else.
    /// </summary>
    private static int FindCommandBelow(string text)
    {
        var start = text.TrimEnd().LastIndexOf('\n') + 1;
        return start > 0 && PromptCommands.IsKnown(text[start..].Trim()) && IsStatement(text[..start]) ? start : -1;
    }

    private static bool IsStatement(string text) =>
        InputRules.Read(text).Parts is [{ Statement.Syntax: { } statement }]
            && CanEnd(statement.Query);

    private static bool CanEnd(QuerySyntax query) =>
        query.Next is { } next ? CanEnd(next) : query.Parts[^1].Clauses[^1] is ReturnSyntax or CallSyntax;
}
