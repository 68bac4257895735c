using System.Text.RegularExpressions;

namespace Graph.Cli.Repl;

/// <summary>
/// The variables of an unfinished statement, and the labels they were given. There is no tree yet, so this looks for the forms
/// <c>(name:Label</c>, <c>[name:TYPE|TYPE</c> and <c>AS name</c>; a name it misses is only not offered.
/// </summary>
internal sealed class StatementNames
{
    private const string Name = @"[\p{L}_][\p{L}\p{Nd}_]*";

    private readonly Dictionary<string, string[]> labels = new(StringComparer.Ordinal);
    private readonly string text;

    public StatementNames(string text)
    {
        this.text = text;
        foreach (Match match in new Regex($@"[(\[]\s*(?<name>{Name})\s*(?::(?<labels>[^){{\]]*))?(?=[)\]:{{\s])").Matches(text))
            Add(match.Groups["name"].Value, SplitLabels(match.Groups["labels"].Value));
        foreach (Match match in new Regex($@"\b(?:AS|UNWIND)\s+(?<name>{Name})|(?<name>{Name})\s*=\s*(?=\(|ANY\b|ALL\b|SHORTEST\b|shortestPath\b)", RegexOptions.IgnoreCase).Matches(text))
            Add(match.Groups["name"].Value, []);
    }

    /// <summary>In the order of the text.</summary>
    public List<string> Variables { get; } = [];

    /// <summary>The labels of the variable before a point at the end of the text, or of the pattern that is open there.</summary>
    public IReadOnlyList<string> LabelsAtEnd
    {
        get
        {
            if (new Regex($@"(?<name>{Name})\s*\.\s*$").Match(text) is { Success: true } access)
                return labels.GetValueOrDefault(access.Groups["name"].Value, []);

            var open = new Regex(@"[(\[][^()\[\]{}:]*:(?<labels>[^()\[\]{}]*)\{[^{}]*$").Match(text);
            return open.Success ? SplitLabels(open.Groups["labels"].Value) : [];
        }
    }

    private static string[] SplitLabels(string text) =>
        text.Split([':', '|', '&', '!', '*', '.', ' ', '%', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void Add(string name, string[] given)
    {
        if (!labels.ContainsKey(name))
            Variables.Add(name);
        if (given.Length > 0 || !labels.ContainsKey(name))
            labels[name] = given;
    }
}
