namespace Graph.Annotations;

/// <summary>A template of MUC: numbered slots, each with fills on a line of their own.</summary>
/// <param name="Document">The name of the text.</param>
/// <param name="Number">Of the template among those of the text, <c>2 (OPTIONAL)</c>; a star where the text tells of nothing.</param>
internal sealed record MucTemplate(string Document, string Number, ImmutableArray<MucSlot> Slots, SourcePlace Place)
{
    private const string Template = "TEMPLATE";
    private const string Nothing = "*";

    /// <summary>Whether a text was found to tell of no event.</summary>
    public bool IsEmpty => Number == Nothing;

    public string? Get(string name) => Slots.FirstOrDefault(slot => slot.Name == name)?.Fills.FirstOrDefault();

    public static IEnumerable<MucTemplate> ReadAll(SourceText source, ReadingLog log)
    {
        var slots = new List<(string Name, List<string> Fills, SourcePlace Place)>();
        foreach (var (_, written, place) in source.ReadLines())
        {
            var line = written.Trim();
            if (line.Length == 0 || line[0] == ';')
                continue;
            var slot = ReadSlot(line);
            if (slot is not null && slots.Count > 0 && line.StartsWith("0.", StringComparison.Ordinal))
            {
                yield return Create(slots);
                slots = [];
            }

            if (slot is var (name, _))
                slots.Add((name, [], place));
            if (slots.Count > 0)
                AddFill(slots[^1].Name, slots[^1].Fills, slot?.Fill ?? line);
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "slot", "it is before the first template"));
        }

        if (slots.Count > 0)
            yield return Create(slots);
    }

    /// <summary>A bar at the end of a line goes on with another name of the same thing.</summary>
    private static void AddFill(string slot, List<string> fills, string fill)
    {
        if (fills is [.., var open] && open.EndsWith('/'))
            fills[^1] = $"{open} {fill}";
        else if (fill is not ("" or "-" or Nothing) || (fill == Nothing && slot.EndsWith(Template, StringComparison.Ordinal)))
            fills.Add(fill);
    }

    /// <summary>A number, a name in capitals and what fills it behind two blanks; null for a line that goes on.</summary>
    private static (string Name, string Fill)? ReadSlot(string line)
    {
        const int MostDigits = 2;
        const int LongestName = 60;
        var dot = line.IndexOf('.');
        if (dot is <= 0 or > MostDigits || !line[..dot].All(char.IsAsciiDigit))
            return null;
        var rest = line[(dot + 1)..].Replace("\t", "  ", StringComparison.Ordinal).TrimStart();
        var end = rest.IndexOf("  ", StringComparison.Ordinal);
        var name = end < 0 ? rest : rest[..end];
        return name.Length is > 0 and <= LongestName && name.All(character => char.IsAsciiLetterUpper(character) || character is ' ' or ':')
            ? (name, end < 0 ? "" : rest[end..].Trim())
            : null;
    }

    private static MucTemplate Create(List<(string Name, List<string> Fills, SourcePlace Place)> slots) => new(
        slots[0].Fills.FirstOrDefault("").Split(' ')[0],
        slots.Find(slot => slot.Name.EndsWith(Template, StringComparison.Ordinal)).Fills?.FirstOrDefault() ?? "",
        [.. slots.Select(slot => new MucSlot(slot.Name, [.. slot.Fills]))],
        slots[0].Place);
}

/// <param name="Fills">A line for each thing; <c>"A" / "B"</c> are two of its names.</param>
internal sealed record MucSlot(string Name, ImmutableArray<string> Fills);
