namespace Graph.Export;

/// <summary>What <c>annotation.conf</c> declares: brat shows and edits no type that it does not name.</summary>
internal sealed class BratConfiguration
{
    private readonly SortedDictionary<string, SortedSet<string>> events = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> attributes = new(StringComparer.Ordinal);

    public SortedSet<string> Entities { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Relations { get; } = new(StringComparer.Ordinal);

    public void AddEvent(string type, IEnumerable<string> roles)
    {
        if (!events.TryGetValue(type, out var known))
            events.Add(type, known = new SortedSet<string>(StringComparer.Ordinal));
        known.UnionWith(roles);
    }

    /// <param name="value">Null for an attribute that is there or not.</param>
    public void AddAttribute(string name, string? value)
    {
        if (!attributes.TryGetValue(name, out var values))
            attributes.Add(name, values = new SortedSet<string>(StringComparer.Ordinal));
        if (value is not null)
            values.Add(value.Replace('|', '/').Replace(',', ';'));
    }

    public void Write(TextWriter output)
    {
        WriteSection(output, "entities", Entities);
        WriteSection(output, "relations", Relations.Select(type => $"{type}\tArg1:<ANY>, Arg2:<ANY>"));
        WriteSection(
            output, "events",
            events.Select(type => $"{type.Key}\t{string.Join(", ", type.Value.Select(role => $"{role}*:<ANY>"))}".TrimEnd()));
        WriteSection(output, "attributes", attributes.Select(attribute =>
            $"{attribute.Key}\tArg:<ANY>{(attribute.Value.Count == 0 ? "" : $", Value:{string.Join('|', attribute.Value)}")}"));
    }

    private static void WriteSection(TextWriter output, string name, IEnumerable<string> lines) =>
        output.Write($"[{name}]\n{string.Concat(lines.Select(line => $"{line}\n"))}\n");
}
