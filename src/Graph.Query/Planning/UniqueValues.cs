using System.Collections;

namespace Graph.Query.Planning;

/// <summary>Whether columns hold a value in every row, all of them different.</summary>
internal static class UniqueValues
{
    // Wider spreads than this are not worth a bit for each value between.
    private const long LargestSpread = 1L << 28;

    public static bool AreIn(IReadOnlyList<PropertyColumn?> columns) => columns switch
    {
        [StringColumn { IsIdentity: true, Validity.IsComplete: true }] => true,
        _ => columns.Count > 0 && columns.All(column => column is IntegerColumn { Validity.IsComplete: true, Count: > 0 })
            && AreDifferent([.. columns.Cast<IntegerColumn>()]),
    };

    private static bool AreDifferent(IReadOnlyList<IntegerColumn> columns)
    {
        var minimum = columns.Min(column => column.Bounds.Minimum);
        var maximum = columns.Max(column => column.Bounds.Maximum);
        if ((Int128)maximum - minimum >= LargestSpread)
            return false;

        var met = new BitArray((int)(maximum - minimum) + 1);
        var values = new long[4096];
        foreach (var column in columns)
        {
            for (var start = 0; start < column.Count; start += values.Length)
            {
                var part = values.AsSpan(0, Math.Min(values.Length, column.Count - start));
                column.Values.CopyTo(start, part);
                foreach (var value in part)
                {
                    if (met[(int)(value - minimum)])
                        return false;
                    met[(int)(value - minimum)] = true;
                }
            }
        }

        return true;
    }
}
