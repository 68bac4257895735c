using Graph.Export;

namespace Graph.Cli.Drawing;

/// <summary>Puts few nodes on the places of a table, so that relations are short, lead to the right, and pass no other node.</summary>
internal sealed class GridArrangement
{
    private const int Tries = 24;
    private const double Backward = 0.6;
    private const double Diagonal = 0.4;
    private const double Upright = 0.3;
    private const double Passed = 1.5;

    private readonly int columns;
    private readonly IReadOnlyList<(int Source, int Target)> links;

    /// <summary>The node of each place; -1 for none.</summary>
    private readonly int[] nodes;
    private readonly int[] places;

    private GridArrangement(int count, int columns, IReadOnlyList<(int Source, int Target)> links)
    {
        this.columns = columns;
        this.links = links;
        var rows = (count + columns - 1) / columns + (columns > 1 && count > 2 ? 1 : 0);
        nodes = new int[rows * columns];
        places = new int[count];
    }

    /// <summary>The row and column of each node; the same nodes and links always give the same.</summary>
    public static GridCell[] Find(int count, int columns, IReadOnlyList<(int Source, int Target)> links)
    {
        var random = new StableRandom(3);
        var (best, least) = (Array.Empty<GridCell>(), double.MaxValue);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var arrangement = new GridArrangement(count, columns, links);
            var cost = arrangement.Improve(attempt == 0 ? null : random);
            if (cost >= least - 1e-9)
                continue;
            (best, least) = (arrangement.ListCells(), cost);
        }

        return best;
    }

    private GridCell[] ListCells() => Array.ConvertAll(places, place => new GridCell(place / columns, place % columns));

    /// <summary>Swaps two places as long as that makes it better.</summary>
    private double Improve(StableRandom? random)
    {
        for (var place = 0; place < nodes.Length; place++)
            nodes[place] = place < places.Length ? place : -1;
        random?.Shuffle(nodes);
        NotePlaces();
        var cost = Measure();
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            for (var left = 0; left < nodes.Length; left++)
            {
                for (var right = left + 1; right < nodes.Length; right++)
                {
                    Swap(left, right);
                    var now = Measure();
                    if (now < cost - 1e-9)
                        (cost, isBetter) = (now, true);
                    else
                        Swap(left, right);
                }
            }
        }

        return cost;
    }

    private void Swap(int left, int right)
    {
        (nodes[left], nodes[right]) = (nodes[right], nodes[left]);
        NotePlace(left);
        NotePlace(right);
    }

    private void NotePlaces()
    {
        for (var place = 0; place < nodes.Length; place++)
            NotePlace(place);
    }

    private void NotePlace(int place)
    {
        if (nodes[place] >= 0)
            places[nodes[place]] = place;
    }

    private double Measure()
    {
        var cost = 0.0;
        foreach (var (source, target) in links)
            cost += Measure(places[source], places[target]);
        // Rows further up come first, where nothing else tells.
        foreach (var place in places)
            cost += place * 1e-3;
        return cost;
    }

    private double Measure(int source, int target)
    {
        var across = target % columns - source % columns;
        var down = target / columns - source / columns;
        var cost = Math.Abs(across) + Math.Abs(down) + (across < 0 ? Backward : 0);
        if (across != 0 && down != 0)
            return cost + Diagonal;

        var step = across == 0 ? columns * Math.Sign(down) : Math.Sign(across);
        for (var place = source + step; step != 0 && place != target; place += step)
            cost += nodes[place] >= 0 ? Passed : 0;
        return cost + (across == 0 ? Upright : 0);
    }
}
