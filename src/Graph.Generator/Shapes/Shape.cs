using Graph.Query.Types;

namespace Graph.Generator.Shapes;

/// <summary>
/// What C# can know of a value: the static type, and beside it the labels of nodes and the entries of maps, also inside of lists.
/// </summary>
/// <param name="Element">The shape of the items of a list; null for every other kind.</param>
internal sealed record Shape(TypeKind Kind, Shape? Element = null)
{
    public static readonly Shape Any = new(TypeKind.Any);
    public static readonly Shape Null = new(TypeKind.Null);

    /// <summary>Labels that a node has.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Entries of a map by key, of which it may have more; null where none is known.</summary>
    public ImmutableDictionary<string, Shape>? Entries { get; init; }

    public static Shape ListOf(Shape element) => new(TypeKind.List, element);

    public static Shape From(StaticType type) => new(type.Kind, type.Element is { } element ? From(element) : null);

    public StaticType ToStaticType() => new(Kind, Element?.ToStaticType());

    /// <summary>The shape of the items of what may be a list.</summary>
    public Shape Items => Kind switch
    {
        TypeKind.List => Element ?? Any,
        TypeKind.Null => Null,
        _ => Any,
    };

    /// <summary>What holds of both; nulls are skipped.</summary>
    public static Shape Join(Shape left, Shape right)
    {
        if (ReferenceEquals(left, right) || right.Kind == TypeKind.Null)
            return left;
        if (left.Kind == TypeKind.Null)
            return right;
        if (left.Kind == TypeKind.List && right.Kind == TypeKind.List)
            return ListOf(Join(left.Items, right.Items));
        if (left.Kind != right.Kind)
            return From(TypeLattice.Join(new StaticType(left.Kind), new StaticType(right.Kind)));

        return left with
        {
            Labels = [.. left.Labels.Intersect(right.Labels)],
            Entries = left.Entries is { } one && right.Entries is { } other
                ? one.Keys.Where(other.ContainsKey).ToImmutableDictionary(key => key, key => Join(one[key], other[key]))
                : null,
        };
    }

    public static Shape Join(IEnumerable<Shape> shapes) => shapes.Aggregate(Null, Join);

    /// <summary>Whether they say the same, however they came about.</summary>
    public bool Says(Shape other) => Kind == other.Kind
        && (Element is null ? other.Element is null : other.Element is not null && Element.Says(other.Element))
        && Labels.Length == other.Labels.Length && Labels.All(other.Labels.Contains)
        && (Entries?.Count ?? -1) == (other.Entries?.Count ?? -1)
        && (Entries is null || Entries.All(entry => other.Entries!.TryGetValue(entry.Key, out var same) && entry.Value.Says(same)));
}
