namespace Graph.Core;

/// <summary>Finds what a mistyped name was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours; letter case is free), at most a third of the
    /// name's length; ties by the order of the candidates. Null where none is near.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var limit = (name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = GetDistance(name.ToLowerInvariant(), candidate.ToLowerInvariant(), limit);
            if (distance >= limit || candidate == name)
                continue;

            best = candidate;
            limit = distance;
        }

        return best;
    }

    /// <summary>The sentence that follows a message, <c> Did you mean 'X'?</c>, or nothing.</summary>
    public static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>Optimal string alignment, given up as <paramref name="limit"/> once it cannot be less.</summary>
    private static int GetDistance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
            return limit;

        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return Math.Min(last[right.Length], limit);
    }
}
