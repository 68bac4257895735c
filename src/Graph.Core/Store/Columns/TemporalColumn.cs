namespace Graph.Core;

/// <summary>Times, points in time and durations of one kind, as ids of a dictionary of their texts.</summary>
public sealed class TemporalColumn : PropertyColumn
{
    private readonly Lazy<Value[]> values;

    internal TemporalColumn(string key, ValueKind kind, StringDictionary texts, IntegerVector ids, Validity validity)
        : base(key, ids.Count, validity)
    {
        Kind = kind;
        Texts = texts;
        Ids = ids;
        values = new Lazy<Value[]>(() => ReadAll(kind, texts));
    }

    public override ValueKind? Kind { get; }

    /// <summary>Each value once, as ISO 8601 writes it.</summary>
    public StringDictionary Texts { get; }

    /// <summary>The id of each row, 0 where there is no value.</summary>
    public IntegerVector Ids { get; }

    public override PropertyColumn Select(ReadOnlySpan<int> rows) =>
        new TemporalColumn(Key, Kind!.Value, Texts, Ids.Select(rows), Validity.Select(rows));

    private protected override Value GetPresentValue(int row) => values.Value[(int)Ids[row]];

    private static Value[] ReadAll(ValueKind kind, StringDictionary texts)
    {
        var values = new Value[texts.Count];
        for (var id = 0; id < values.Length; id++)
            values[id] = Read(kind, texts.GetString(id))
                ?? throw new InvalidDataException($"'{texts.GetString(id)}' is stored as a {kind} and is none.");
        return values;
    }

    private static Value? Read(ValueKind kind, string text)
    {
        if (kind != ValueKind.Duration)
            return TemporalParser.ParseStored(text, kind) is { } value ? Value.FromTemporal(value) : null;
        return DurationParser.TryParse(text, out var duration) ? Value.FromDuration(duration) : null;
    }
}
