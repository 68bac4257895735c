using Graph.Query;

namespace Graph.Cli.Tests.Rendering;

/// <summary>Every format writes twice the rows, columns or values with not much more than twice the work.</summary>
public sealed class GrowthTests
{
    public static TheoryData<ResultFormat> Formats => [.. Enum.GetValues<ResultFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void RowsAreWrittenInNearlyLinearWork(ResultFormat format) =>
        Check(format, 500, size => $"UNWIND range(1, {size}) AS x RETURN x, toString(x) AS t, [x, x] AS l");

    [Theory]
    [MemberData(nameof(Formats))]
    public void ColumnsAreWrittenInNearlyLinearWork(ResultFormat format) =>
        Check(format, 50, size => $"RETURN {string.Join(", ", Enumerable.Range(1, size).Select(i => $"{i} AS c{i}"))}");

    [Theory]
    [MemberData(nameof(Formats))]
    public void ItemsOfAListAreWrittenInNearlyLinearWork(ResultFormat format) =>
        Check(format, 1000, size => $"RETURN range(1, {size}) AS l");

    [Theory]
    [MemberData(nameof(Formats))]
    public void NestedValuesAreWrittenInNearlyLinearWork(ResultFormat format) =>
        Check(
            format, 20,
            size => $"RETURN reduce(l = [1], x IN range(1, {size}) | [l]) AS l, reduce(m = {{a: 1}}, x IN range(1, {size}) | {{a: m}}) AS m");

    [Theory]
    [MemberData(nameof(Formats))]
    public void LongTextsAreWrittenInNearlyLinearWork(ResultFormat format) =>
        Check(format, 4000, size => $"RETURN '{new string('x', size)} | é' AS t");

    private static void Check(ResultFormat format, int count, Func<int, string> write)
    {
        var engine = new QueryEngine(new GraphBuilder().Build());
        Growth.RequireNearlyLinear(
            count, size => engine.Prepare(new SourceText(write(size))),
            query => ResultWriter.Write(engine.Run(query), format, TextWriter.Null));
    }
}
