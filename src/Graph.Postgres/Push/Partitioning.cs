using System.Globalization;

namespace Graph.Postgres;

/// <summary>How the tables of a graph are cut into partitions.</summary>
public sealed record Partitioning
{
    public static readonly Partitioning None = new(1, byYear: false);

    /// <summary>More than any cluster has servers.</summary>
    private const int MostParts = 1024;

    private Partitioning(int parts, bool byYear)
    {
        Parts = parts;
        ByYear = byYear;
    }

    /// <summary>So many partitions by hash of the node; its relations stand with the node that they begin at. One: none.</summary>
    public int Parts { get; }

    /// <summary>Articles and what they state, by the year in which the article was published; year 0 where that is not known.</summary>
    public bool ByYear { get; }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => ByYear ? "year" : string.Create(CultureInfo.InvariantCulture, $"key:{Parts}");

    /// <exception cref="ArgumentOutOfRangeException">There are fewer parts than 1, or more than 1,024.</exception>
    public static Partitioning ByNode(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, MostParts);
        return new Partitioning(parts, byYear: false);
    }

    /// <summary><c>key:8</c> or <c>year</c>; null for any other text.</summary>
    public static Partitioning? Parse(string text) => text switch
    {
        "year" => new Partitioning(1, byYear: true),
        _ when text.StartsWith("key:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            && parts is > 0 and <= MostParts => ByNode(parts),
        _ => null,
    };
}
