namespace Graph.Export.Tests;

/// <summary>What layouts of large graphs rest on.</summary>
public sealed class LayoutTests
{
    /// <summary>The grid finds the same boxes as looking at all of them, also turned ones, and those over many cells.</summary>
    [Fact]
    public void AGridFindsWhatLookingAtAllFinds()
    {
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var (grid, boxes) = (new BoxGrid(), new List<Box>());
            for (var i = 0; i < 60; i++)
            {
                var box = Create(random);
                Assert.Equal(boxes.Exists(box.Overlaps), grid.Overlaps(box));
                grid.Add(box);
                boxes.Add(box);
            }
        }
    }

    /// <summary>A mesh of streets stays one: corners that are linked are near, none stands on another, far ones are far.</summary>
    [Fact]
    public void ALargeGraphKeepsItsShape()
    {
        const int side = 25;
        var links = Enumerable.Range(0, side * side).SelectMany(node => new[] { (node, node + 1), (node, node + side) }
            .Where(link => link.Item2 < side * side && (link.Item2 != node + 1 || link.Item2 % side != 0))).ToList();
        var points = Arrange(side * side, links);

        var linked = links.Average(link => (points[link.Item1] - points[link.Item2]).Length);
        var across = (points[0] - points[side * side - 1]).Length;
        Assert.True(across > 8 * linked, $"{across:F0} across, {linked:F0} between linked ones");
        AssertApart(points, linked / 5);
    }

    /// <summary>Leaves of one node have the same distances from all others.</summary>
    [Fact]
    public void LeavesOfOneNodeDoNotStandOnEachOther() =>
        AssertApart(Arrange(700, [.. Enumerable.Range(1, 699).Select(leaf => (0, leaf))]), 4);

    /// <summary>A tree is drawn in layers, and as rings where a layer would be a long column.</summary>
    [Theory]
    [InlineData(5, 3)]
    [InlineData(60, 2)]
    public void AFanIsNoColumn(int leaves, double mostTimesAsHigh)
    {
        var links = Enumerable.Range(1, leaves).Select(leaf => (0, leaf)).ToList();
        var graph = new LayoutGraph([.. Enumerable.Repeat(new Extent(120, 28), leaves + 1)], links);
        var points = PictureLayout.Arrange(graph, Arrangement.Auto, center: null).Nodes;
        var (width, height) = (points.Max(point => point.X) - points.Min(point => point.X),
            points.Max(point => point.Y) - points.Min(point => point.Y));
        Assert.True(height < width * mostTimesAsHigh, $"{width:F0} x {height:F0}");
    }

    private static Point[] Arrange(int count, List<(int, int)> links) =>
        ForceLayout.Arrange(new LayoutGraph([.. Enumerable.Repeat(new Extent(60, 28), count)], links));

    private static void AssertApart(Point[] points, double least)
    {
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = i + 1; j < points.Length; j++)
                Assert.True((points[i] - points[j]).Length > least, $"{i} and {j} are {(points[i] - points[j]).Length:F1} apart");
        }
    }

    private static Box Create(Random random) => new(
        new Point(random.Next(-900, 900), random.Next(-900, 900)),
        new Extent(random.Next(1, 400), random.Next(1, 60)),
        random.Next(3) == 0 ? 0 : random.NextDouble() * Math.PI);
}
