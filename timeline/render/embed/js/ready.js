emit("ready");
