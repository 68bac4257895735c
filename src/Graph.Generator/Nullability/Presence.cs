namespace Graph.Generator.Nullability;

/// <summary>What is sure of a value: that it is not null, and, of a list, that none of its items is.</summary>
/// <param name="IsFilled">Of a list, where it is there: that it is not empty.</param>
internal readonly record struct Presence(bool IsSure, bool AreItemsSure, bool IsFilled = false)
{
    public static Presence None => default;

    /// <summary>A value that is no list, or a list of unknown items.</summary>
    public static readonly Presence Sure = new(true, false);

    /// <summary>A list that is there, with items that are.</summary>
    public static readonly Presence SureList = new(true, true);

    public static Presence Of(bool isSure) => new(isSure, false);

    public static Presence operator &(Presence left, Presence right) =>
        new(left.IsSure && right.IsSure, left.AreItemsSure && right.AreItemsSure, left.IsFilled && right.IsFilled);

    /// <summary>Whether the first and the last item are there, and not null.</summary>
    public bool HasEnds => IsSure && AreItemsSure && IsFilled;
}
