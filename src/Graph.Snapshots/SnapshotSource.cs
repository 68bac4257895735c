using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Graph.Snapshots;

/// <summary>What a C# source declares, by the signs around the names; what stands in comments and texts does not count.</summary>
internal sealed partial class SnapshotSource
{
    /// <summary>What stands before a call and never before the name of a method.</summary>
    private static readonly FrozenSet<string> WordsBeforeCalls =
        new[] { "new", "return", "await", "throw", "in", "is", "as", "else", "when", "case", "and", "or", "not", "yield",
            "do" }.ToFrozenSet();

    public SnapshotSource(string path, string text)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        var code = Prose().Replace(text, " ");
        IsConditional = Conditions().IsMatch(code);
        Types = Declarations().Matches(code).Select(match => match.Groups["name"].Value).ToFrozenSet(StringComparer.Ordinal);
        Methods = Signatures().Matches(code)
            .Where(match => !WordsBeforeCalls.Contains(match.Groups["before"].Value))
            .Select(match => match.Groups["name"].Value)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Of the file, without its ending: a snapshot that no test framework names is called after it.</summary>
    public string Name { get; }

    /// <summary>Another build may see other tests in it.</summary>
    public bool IsConditional { get; }

    public FrozenSet<string> Types { get; }

    public FrozenSet<string> Methods { get; }

    [GeneratedRegex(
        """
        //[^\n]*|/\*.*?\*/|(?<quotes>"{3,}).*?\k<quotes>|[$@]*@[$@]*"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'
        """,
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Prose();

    [GeneratedRegex(@"^\s*#if\b", RegexOptions.Multiline)]
    private static partial Regex Conditions();

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+((class|struct)\s+)?@?(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declarations();

    /// <summary>A type, a name, perhaps type parameters, and a parenthesis.</summary>
    [GeneratedRegex(
        @"(?<before>\w+|(?<!=)>|\]|(?<=[\w>\]])\?)\s+@?(?<name>[\p{L}_]\w*)\s*(<[^<>()]*>\s*)?\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Signatures();
}
