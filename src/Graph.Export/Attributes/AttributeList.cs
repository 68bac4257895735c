namespace Graph.Export;

/// <summary>Finds names and kinds for the attributes of some elements; those that none of the elements has are left out.</summary>
internal ref struct AttributeList(
    ReadOnlySpan<int> elements, IReadOnlyList<string> reserved, LossLedger losses, CancellationToken cancellation)
{
    private readonly ReadOnlySpan<int> elements = elements;
    private readonly HashSet<string> names = new(reserved, StringComparer.Ordinal);
    private readonly ImmutableArray<ElementAttribute>.Builder found = ImmutableArray.CreateBuilder<ElementAttribute>();

    public readonly ImmutableArray<ElementAttribute> ToImmutable() => found.ToImmutable();

    /// <summary>A property that cannot keep its name is told.</summary>
    public readonly void AddProperty(string key, Func<int, Value> get)
    {
        if (Add(key, get) is { } name && name != key)
            losses.Note($"the property '{key}' is called '{name}', as the format uses that name itself");
    }

    public readonly string? Add(string wanted, Func<int, Value> get)
    {
        if (FindKind(get) is not { } kind)
            return null;

        var name = wanted;
        for (var number = 2; !names.Add(name); number++)
            name = $"{wanted}_{number}";
        found.Add(new ElementAttribute(name, kind, get));
        return name;
    }

    private readonly AttributeKind? FindKind(Func<int, Value> get)
    {
        AttributeKind? kind = null;
        foreach (var element in elements)
        {
            // With text, whatever else there is becomes text.
            if (kind == AttributeKind.Text)
                break;
            cancellation.ThrowIfCancellationRequested();
            if (get(element) is not { IsNull: false } value)
                continue;

            var own = KindOf(value);
            kind = kind is null || kind == own ? own : Join(kind.Value, own);
        }

        return kind;
    }

    private static AttributeKind Join(AttributeKind left, AttributeKind right) =>
        left is AttributeKind.Integer or AttributeKind.Float && right is AttributeKind.Integer or AttributeKind.Float
            ? AttributeKind.Float
            : AttributeKind.Text;

    private static AttributeKind KindOf(Value value) => value.Kind switch
    {
        ValueKind.Boolean => AttributeKind.Boolean,
        ValueKind.Integer => AttributeKind.Integer,
        ValueKind.Float => AttributeKind.Float,
        ValueKind.List => AttributeKind.List,
        _ => AttributeKind.Text,
    };
}
