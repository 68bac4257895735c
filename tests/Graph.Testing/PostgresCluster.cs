using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Graph.Testing;

/// <summary>
/// A PostgreSQL server of its own on a port of its own, for as long as the process lives; or the one that <c>GRAPH_POSTGRES</c> names,
/// such as <c>postgres://postgres@127.0.0.1:5432/tests</c>.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private const string Given = "GRAPH_POSTGRES";
    private const string User = "postgres";

    private static readonly Lazy<(PostgresCluster? Cluster, string Reason)> Common = new(Start);

    private readonly Process? process;
    private readonly string? folder;

    private PostgresCluster(string url, Process? process, string? folder)
    {
        Url = url;
        this.process = process;
        this.folder = folder;
    }

    /// <summary>The address of a database, without the name of a graph.</summary>
    public string Url { get; }

    /// <summary>The server that the tests of a process share; skips the test where none can be started.</summary>
    public static PostgresCluster Require()
    {
        Skip.If(Common.Value.Cluster is null, $"No PostgreSQL here: {Common.Value.Reason}");
        return Common.Value.Cluster!;
    }

    /// <summary>The same, or null with the reason.</summary>
    public static PostgresCluster? TryGet(out string reason)
    {
        reason = Common.Value.Reason;
        return Common.Value.Cluster;
    }

    /// <summary>Another server, for tests that need several or stop one.</summary>
    public static PostgresCluster RequireAnother()
    {
        var (cluster, reason) = StartNew();
        Skip.If(cluster is null, $"No PostgreSQL here: {reason}");
        return cluster!;
    }

    /// <summary>Stops the server at once, as if its machine had failed.</summary>
    public void Dispose()
    {
        if (process is null)
            return;

        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        Run("rm", ["-rf", folder!], asUser: false);
    }

    private static (PostgresCluster? Cluster, string Reason) Start() => Environment.GetEnvironmentVariable(Given) is { Length: > 0 } url
        ? (new PostgresCluster(url.TrimEnd('/'), null, null), "")
        : StartNew();

    private static (PostgresCluster? Cluster, string Reason) StartNew()
    {
        if (!OperatingSystem.IsLinux())
            return (null, "a server is started on Linux only");
        if (FindPrograms() is not { } programs)
            return (null, "initdb is in none of the usual folders");

        var reason = "";
        foreach (var parent in (string[])[Repository.GetPath("artifacts"), Path.GetTempPath()])
        {
            var folder = Path.Combine(parent, $"postgres-{Environment.ProcessId}-{Guid.NewGuid():N}");
            if (TryStart(programs, folder, out reason) is { } cluster)
                return (cluster, "");
        }

        return (null, reason);
    }

    private static PostgresCluster? TryStart(string programs, string folder, out string reason)
    {
        Directory.CreateDirectory(folder);
        if (IsRoot)
            Run("chown", [User, folder], asUser: false);
        var (code, output) = Run(
            Path.Combine(programs, "initdb"),
            ["-D", Path.Combine(folder, "data"), "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], asUser: true);
        if (code != 0)
        {
            reason = output.Trim();
            Run("rm", ["-rf", folder], asUser: false);
            return null;
        }

        var port = FindPort();
        var process = StartServer(programs, folder, port);
        reason = "";
        if (WaitForServer(process))
            return new PostgresCluster($"postgres://{User}@127.0.0.1:{port}/{User}", process, folder);

        reason = "the server did not start";
        process.Kill(entireProcessTree: true);
        return null;
    }

    /// <summary>The shell ends the server when its input ends, however this process ends.</summary>
    private static Process StartServer(string programs, string folder, int port)
    {
        var options = $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c jit=off -c max_connections=40";
        var script = $"\"{programs}/postgres\" -D \"{folder}/data\" {options} 2>&1 </dev/null & server=$!; cat >/dev/null; kill -QUIT $server; wait $server";
        return Process.Start(Prepare("sh", ["-c", script], asUser: true))!;
    }

    /// <summary>
    /// Waits until the server says that it answers; false where it ends before. What it says later is read on, so that it never waits for
    /// us.
    /// </summary>
    private static bool WaitForServer(Process process)
    {
        var ready = new TaskCompletionSource<bool>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetResult(false);
            else if (line.Data.Contains("ready to accept connections", StringComparison.Ordinal))
                ready.TrySetResult(true);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return ready.Task.Wait(TimeSpan.FromMinutes(1)) && ready.Task.Result;
    }

    private static int FindPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    private static string? FindPrograms()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var folders = versions.OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static (int Code, string Output) Run(string program, string[] arguments, bool asUser)
    {
        using var process = Process.Start(Prepare(program, arguments, asUser))!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error.Result + output);
    }

    /// <summary>The server refuses to run as root, so that root gives way to the user that the package made.</summary>
    private static ProcessStartInfo Prepare(string program, string[] arguments, bool asUser)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        string[] all = asUser && IsRoot ? ["runuser", "-u", User, "--", program, .. arguments] : [program, .. arguments];
        start.FileName = all[0];
        foreach (var argument in all[1..])
            start.ArgumentList.Add(argument);
        return start;
    }
}
