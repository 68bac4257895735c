using System.Globalization;
using Graph.Query;
using Graph.Terminal;

namespace Graph.Cli.Sessions;

/// <summary>
/// A line on a terminal that tells what a query is busy with, from its first second on. It gives way to everything else that is written.
/// </summary>
/// <param name="getWidth">How wide the terminal is now; null where it does not say.</param>
internal sealed class ActivityLine(TextWriter terminal, TimeProvider time, Func<int?> getWidth)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider time = time;
    private readonly Lock gate = new();
    private bool isShown;
    private bool isAway;

    /// <summary>Watches a query until the result is disposed.</summary>
    public IDisposable Begin(QueryActivity activity)
    {
        lock (gate)
            isAway = false;
        return new Watch(this, activity);
    }

    /// <summary>For the rest of the query another program has the terminal, so nothing more is told.</summary>
    public void Leave()
    {
        lock (gate)
        {
            Hide();
            isAway = true;
        }
    }

    /// <summary>Takes the line away, before something else is written.</summary>
    public void Hide()
    {
        lock (gate)
        {
            if (isShown)
                terminal.Write($"\r{Ansi.EraseLine}");
            isShown = false;
        }
    }

    /// <summary><c>4.1 million paths so far, longest 9; Ctrl-C stops; *1..4 limits</c></summary>
    internal static string Describe(long walks, int longest, TimeSpan elapsed)
    {
        var seconds = $"{((int)elapsed.TotalSeconds).ToString(CultureInfo.InvariantCulture)} s";
        if (walks == 0)
            return $"{seconds}; Ctrl-C stops";

        var limit = longest > 1 ? $"; *1..{Math.Max(1, Math.Min(4, longest / 2)).ToString(CultureInfo.InvariantCulture)} limits" : "";
        var length = longest > 0 ? $", longest {longest.ToString(CultureInfo.InvariantCulture)}" : "";
        return $"{seconds}: {Round(walks)} paths so far{length}; Ctrl-C stops{limit}";
    }

    private static string Round(long count) => count switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e9:0.0} billion"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:0.0} million"),
        _ => count.ToString("N0", CultureInfo.InvariantCulture),
    };

    private void Show(string text)
    {
        if (isAway)
            return;

        isShown = true;
        terminal.Write($"\r{Ansi.EraseLine}{(getWidth() is { } width ? CellText.Cut(text, Math.Max(1, width - 1), "…") : text)}");
    }

    private sealed class Watch : IDisposable
    {
        private readonly ActivityLine line;
        private readonly QueryActivity activity;
        private readonly long started;
        private readonly ITimer timer;
        private bool isOver;

        public Watch(ActivityLine line, QueryActivity activity)
        {
            this.line = line;
            this.activity = activity;
            started = line.time.GetTimestamp();
            timer = line.time.CreateTimer(_ => Tick(), null, Patience, Interval);
        }

        public void Dispose()
        {
            lock (line.gate)
                isOver = true;
            timer.Dispose();
            line.Hide();
        }

        private void Tick()
        {
            lock (line.gate)
            {
                if (!isOver)
                    line.Show(Describe(activity.Walks, activity.LongestWalk, line.time.GetElapsedTime(started)));
            }
        }
    }
}
