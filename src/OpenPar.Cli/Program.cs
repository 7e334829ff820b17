using System.CommandLine;
using OpenPar.Cli.Commands;

var root = new RootCommand("OpenPAR: vận hành hệ thống theo dõi, đánh giá cải cách hành chính · operate the administrative-reform index platform");
foreach (var command in CommandList.All()) root.Subcommands.Add(command);
return await root.Parse(args).InvokeAsync();
