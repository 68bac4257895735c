using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>One annotation: <c>2&#9;5,15&#9;string&#9;GATE_attitude&#9; id="a1" target-link="t1, t2"</c>. Offsets count bytes.</summary>
internal sealed record MpqaLine(
    string Id, long Start, long End, string Type, ImmutableArray<KeyValuePair<string, string>> Attributes, SourcePlace Place)
{
    private const string DataType = "string";

    /// <summary>Whether it has no words: what the writer says, and who the writer is.</summary>
    public bool IsImplicit => Start == End;

    /// <summary>Null where a line is no annotation.</summary>
    public static MpqaLine? Read(string line, SourcePlace place)
    {
        var fields = line.Split('\t').ToList();
        if (fields.Count > 3 && fields[2] == DataType)
            fields.RemoveAt(2);
        if (fields.Count < 3 || fields[1].Split(',') is not [var start, var end]
            || WholeNumber.Read(start) is not { } from
            || WholeNumber.Read(end) is not { } to
            || from > to)
            return null;

        var attributes = Regex.Matches(
            string.Join(' ', fields.Skip(3)), "(?<name>[\\w-]+)\\s*=\\s*\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant)
            .Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["value"].Value.Trim()));
        return new MpqaLine(fields[0], from, to, fields[2].Trim(), [.. attributes], place);
    }

    public string? Get(string name) => Attributes.FirstOrDefault(attribute => attribute.Key == name).Value;

    /// <summary>What an attribute names, one behind the other.</summary>
    public static ImmutableArray<string> Split(string? value) =>
        [.. (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "none")];
}
