namespace Graph.Generator.Nullability;

/// <summary>What is sure of a value: that it is not null, and, of a list, that none of its items is.</summary>
/// <param name="IsFilled">Of a list, where it is there: that it is not empty.</param>
internal sealed record Presence(bool IsSure, bool AreItemsSure, bool IsFilled = false)
{
    public static readonly Presence None = new(false, false);

    /// <summary>A value that is no list, or a list of unknown items.</summary>
    public static readonly Presence Sure = new(true, false);

    /// <summary>A list that is there, with items that are.</summary>
    public static readonly Presence SureList = new(true, true);

    /// <summary>Of an item of a list without items all is sure.</summary>
    public static readonly Presence OfNothing = new(true, true, true);

    private readonly Presence? item;

    /// <summary>What is sure of an item of the list.</summary>
    public Presence Item
    {
        get => item ?? Of(AreItemsSure);
        init => item = value;
    }

    /// <summary>It is known as a list, or as what may be one.</summary>
    public bool IsList => item is not null;

    /// <summary>What is sure of the entries of a map, where it is there; null where nothing is.</summary>
    public ImmutableDictionary<string, Presence>? Entries { get; init; }

    public static Presence Of(bool isSure) => isSure ? Sure : None;

    /// <param name="item">Of each item.</param>
    public static Presence OfList(bool isSure, Presence item, bool isFilled = false) => new(isSure, item.IsSure, isFilled) { Item = item };

    public static Presence operator &(Presence left, Presence right)
    {
        if (ReferenceEquals(left, OfNothing))
            return right;
        if (ReferenceEquals(right, OfNothing))
            return left;

        var both = new Presence(left.IsSure && right.IsSure, left.AreItemsSure && right.AreItemsSure, left.IsFilled && right.IsFilled)
        {
            Entries = left.Entries is { } one && right.Entries is { } other
                ? one.Keys.Where(other.ContainsKey).ToImmutableDictionary(key => key, key => one[key] & other[key])
                : null,
        };
        return left.item is null && right.item is null ? both : both with { Item = left.Item & right.Item };
    }

    /// <summary>Whether they say the same, however they came about.</summary>
    public bool Says(Presence other) => (IsSure, AreItemsSure, IsFilled) == (other.IsSure, other.AreItemsSure, other.IsFilled)
        && (ReferenceEquals(item, other.item) || (item is not null && other.item is not null && item.Says(other.item)))
        && (Entries?.Count ?? -1) == (other.Entries?.Count ?? -1)
        && (Entries is null || Entries.All(entry => other.Entries!.TryGetValue(entry.Key, out var same) && entry.Value.Says(same)));

    /// <summary>Whether the first and the last item are there, and not null.</summary>
    public bool HasEnds => IsSure && AreItemsSure && IsFilled;
}
