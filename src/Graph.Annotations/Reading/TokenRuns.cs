namespace Graph.Annotations;

/// <summary>The runs that tokens by their numbers make: one for a mention without gaps.</summary>
internal static class TokenRuns
{
    public static IEnumerable<(int First, int Last)> Find(IEnumerable<int> tokens)
    {
        (int First, int Last)? run = null;
        foreach (var token in tokens.Distinct().Order())
        {
            if (run is { } open && token == open.Last + 1)
            {
                run = (open.First, token);
                continue;
            }

            if (run is { } done)
                yield return done;
            run = (token, token);
        }

        if (run is { } last)
            yield return last;
    }
}
