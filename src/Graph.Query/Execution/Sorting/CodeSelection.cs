namespace Graph.Query.Execution;

/// <summary>Finds the code at a place of the order without sorting all of them (Hoare's selection).</summary>
internal static class CodeSelection
{
    private const int Few = 16;

    /// <param name="codes">Are moved about.</param>
    /// <param name="place">From 0.</param>
    /// <param name="check">Is called before each pass over what is left.</param>
    public static ulong Find(Span<ulong> codes, int place, Action check)
    {
        // Each pass leaves half of them on the whole; where many passes do not, the library sorts what is left.
        for (var passes = 2 * int.Log2(Math.Max(1, codes.Length)); codes.Length > Few && passes > 0; passes--)
        {
            check();
            var (less, notGreater) = Partition(codes, Median(codes[0], codes[codes.Length / 2], codes[^1]));
            if (place < less)
            {
                codes = codes[..less];
            }
            else if (place < notGreater)
            {
                return codes[less];
            }
            else
            {
                codes = codes[notGreater..];
                place -= notGreater;
            }
        }

        codes.Sort();
        return codes[place];
    }

    private static ulong Median(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    /// <summary>Puts smaller codes in front and larger ones behind.</summary>
    /// <returns>How many are smaller than the pivot, and how many are not larger.</returns>
    private static (int Less, int NotGreater) Partition(Span<ulong> codes, ulong pivot)
    {
        var (less, greater) = (0, codes.Length);
        for (var i = 0; i < greater;)
        {
            var code = codes[i];
            if (code < pivot)
            {
                codes[i++] = codes[less];
                codes[less++] = code;
            }
            else if (code > pivot)
            {
                codes[i] = codes[--greater];
                codes[greater] = code;
            }
            else
            {
                i++;
            }
        }

        return (less, greater);
    }
}
