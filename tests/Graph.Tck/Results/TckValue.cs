using System.Globalization;

namespace Graph.Tck.Results;

/// <summary>
/// A value as the suite compares it: nodes and relations by what they carry, not by identity. <see cref="ToText"/> is the same for
/// values that count as the same result.
/// </summary>
public abstract record TckValue
{
    /// <param name="anyListOrder">Lists count as bags.</param>
    public abstract string ToText(bool anyListOrder);
}

/// <summary>Null, a boolean, a number or a string. Numbers of different kinds are different results.</summary>
public sealed record TckScalar(Value Value) : TckValue
{
    public override string ToText(bool anyListOrder) => Value.Kind switch
    {
        // Adding zero makes one zero of the two, which are equal numbers.
        ValueKind.Float => $"float {(Value.AsFloat() + 0.0).ToString("R", CultureInfo.InvariantCulture)}",
        _ => ValueText.Format(Value),
    };
}

public sealed record TckList(ImmutableArray<TckValue> Items) : TckValue
{
    public override string ToText(bool anyListOrder)
    {
        var texts = Items.Select(item => item.ToText(anyListOrder));
        return $"[{string.Join(", ", anyListOrder ? texts.Order(StringComparer.Ordinal) : texts)}]";
    }
}

public sealed record TckMap(ImmutableArray<KeyValuePair<string, TckValue>> Entries) : TckValue
{
    public static TckMap Empty { get; } = new([]);

    public override string ToText(bool anyListOrder)
    {
        var entries = Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}: {entry.Value.ToText(anyListOrder)}");
        return $"{{{string.Join(", ", entries)}}}";
    }
}

public sealed record TckNode(ImmutableArray<string> Labels, TckMap Properties) : TckValue
{
    public override string ToText(bool anyListOrder) =>
        $"({string.Concat(Labels.Order(StringComparer.Ordinal).Select(label => $":{label}"))} {Properties.ToText(anyListOrder)})";
}

public sealed record TckRelationship(string Type, TckMap Properties) : TckValue
{
    public override string ToText(bool anyListOrder) => $"[:{Type} {Properties.ToText(anyListOrder)}]";
}

public sealed record TckPath(TckNode Start, ImmutableArray<TckPathStep> Steps) : TckValue
{
    public override string ToText(bool anyListOrder) =>
        $"<{Start.ToText(anyListOrder)}{string.Concat(Steps.Select(step => step.ToText(anyListOrder)))}>";
}

/// <param name="Forward">The walk crosses the relation in its own direction.</param>
public sealed record TckPathStep(TckRelationship Relationship, bool Forward, TckNode End)
{
    public string ToText(bool anyListOrder)
    {
        var relationship = Relationship.ToText(anyListOrder);
        return $"{(Forward ? $"-{relationship}->" : $"<-{relationship}-")}{End.ToText(anyListOrder)}";
    }
}
