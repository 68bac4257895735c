using System.Globalization;

namespace Graph.Benchmarks;

/// <summary>A CSV file with a header line. No value holds a comma, a quote or a line end, so none is quoted.</summary>
internal sealed class SocialTable : IDisposable
{
    private readonly StreamWriter writer;

    public SocialTable(string folder, string name, string header)
    {
        writer = new StreamWriter(Path.Combine(folder, name + ".csv")) { NewLine = "\n" };
        writer.WriteLine(header);
    }

    public void Write(params ReadOnlySpan<object> cells)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cell > 0)
                writer.Write(',');
            writer.Write(Convert.ToString(cells[cell], CultureInfo.InvariantCulture));
        }

        writer.WriteLine();
    }

    public void Dispose() => writer.Dispose();
}
